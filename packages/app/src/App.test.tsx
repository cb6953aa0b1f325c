import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  const before = process.env.APP_CONFIG;

  afterEach(() => {
    process.env.APP_CONFIG = before;
  });

  it('starts with the sign-in that needs no account', async () => {
    Object.assign(process.env, {
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Alexandria', baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
        },
      ],
    });
    render(App.createRoot());
    expect(await screen.findByTestId('progress')).toBeInTheDocument();
  });
});
